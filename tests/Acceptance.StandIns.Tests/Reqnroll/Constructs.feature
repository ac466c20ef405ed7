@spec @D-011.1
Feature: Gherkin construct by construct
  What the stand-in covers, each on its own.
  When prose begins with a keyword, it stays prose here.

  Background:
    Given an empty log

  @plain
  Scenario: Steps run in file order
    Given the word "a"
    When the word "b"
    And the word 'c'
    But the word "d"
    Then the log reads "background a b c d"

  Scenario: A star continues what stands above it
    * the word "a"
    * the word "b"
    Then the log reads "background a b"

  Scenario: Data tables
    When these hosts are read
      | name | Rack Unit | kind    |
      | n1   | 3         | Compute |
      | n2   | 4         | storage |
    Then 2 hosts are known
    And the hosts are
      | Kind    | name |
      | Storage | n2   |
      | Compute | n1   |

  Scenario: Doc strings
    When the text is
      """
      line one
        line two
      """
    Then the text has 2 lines

  Scenario Outline: Rows of <kind>
    Given the word "<word>"
    When these hosts are read
      | name   | Rack Unit | kind   |
      | <word> | <unit>    | <kind> |
    Then the log reads "background <word>"
    And <unit> host is in unit <unit> <or not>

    @happy
    Examples: even ones
      | word | unit | kind    |
      | w2   | 2    | Compute |
      | w4   | 4    | Storage |

    Examples:
      | kind    | word | unit |
      | Compute | w1   | 1    |

  @ruled
  Rule: Rules have backgrounds too
    Background:
      Given the word "rule"

    Scenario: Under a rule
      Then the log reads "background rule"
      And the rule is "Rules have backgrounds too"
      And the combined tags are "spec, D-011.1, ruled"
