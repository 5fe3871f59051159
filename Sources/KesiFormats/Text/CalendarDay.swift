/// A day of the Gregorian calendar.
struct CalendarDay {
  let year: Int
  let month: Int
  let day: Int

  /// - Parameter days: how many days after 1970-01-01, from the year 0 on.
  /// - Source: H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
  init(since1970 days: Int) {
    // From 1 March of the year 0.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let isPastYear = monthFromMarch >= 10
    year = yearOfEra + era * 400 + (isPastYear ? 1 : 0)
    month = isPastYear ? monthFromMarch - 9 : monthFromMarch + 3
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  }
}
