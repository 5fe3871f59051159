extension Partners {
  static let heading = """
    # Who became partners

    Kesi is asked whom it would bring together, at six days and knowing nothing of what began later, and that is held against
    who did work together. The networks are parts of the register of projects that the European Union funds (CORDIS, Horizon
    Europe as of December 2025, © European Union, reuse by Decision 2011/833/EU): actors are organizations, ties are projects
    that two take part in. The data are not part of Kesi. To run it, in this folder, with a folder that holds organization.csv
    and project.csv as they are downloaded, packed or not: `swift run -c release partners FOLDER > REMEDIES.md` (sources in
    `Sources/partners`; two to ten minutes on two cores).

    Every ranker is given the same pairs: plausibility is the one score behind `kesi suggest` (`PartnerScore`), fitted to what
    was known at the day; the others are single indices, Katz cut after ways of three ties. Pairs are those without a tie and
    two steps apart, admissible ones unless said. A hit is a pair that later shares a project. The interval is of the ratio of
    hits to those of the best other ranker: projects are drawn anew 4,000 times, and the best other one is found anew each time.

    What to read from it:

    - **The bar was not reached.** It was an interval above 1 for the first 50 pairs. The score finds more than each of the
      others, in the parts by which it was made and in those that were looked at only at the end, but fifty pairs of a
      hundred thousand hold a handful of hits, which come in bunches: one project ties hundreds of pairs at once. Where more
      is counted, five partners for each actor, the interval lies above 1 in what was looked at only at the end. Trial by
      trial it is often behind one or another. One of the late trials (food, 2023-06-01) was seen before, when
      variants of the formula were tried, none of which was taken.
    - **Nobody foretells much.** Of the first 50 admissible pairs one in seven to one in twenty came true: twenty times and
      more as often as among all admissible pairs, and still few. So plausibility is called a score, and puts pairs in an order.
    - **Newcomers** are where it is weak: where one of two takes part in a single project, it is no better than resource
      allocation, and in the parts by which it was made worse. Most later ties are of actors whom no one knew at the day.
    - **Load is a choice.** That who has as much to do as nine tenths of its kind is not suggested keeps out most of the pairs
      that came true: the busy get more. A list that names the busiest once more is of little use to a bureau, so the
      condition stays; the last row of each table is without it.
    - **Chains, stages, outcomes** are not in this register: what they weigh rests on studies, not on this.
    - What did not help, tried on the first parts and days: weighing ties by how recent they are (a half-life of a year and a
      half) or by the size of projects (Newman), how many projects an actor leads, Adamic–Adar beside resource allocation, and
      fitting to the last third of the known projects in place of all present ties. The fixed weights do about as well as
      fitted ones. Like goes with like here: the fit turns the weight of unlike kinds around.
    """
}
