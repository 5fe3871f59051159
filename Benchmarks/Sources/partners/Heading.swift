extension Partners {
  static let heading = """
    # Who became partners

    """
}
