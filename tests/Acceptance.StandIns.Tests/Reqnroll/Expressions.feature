@spec
Feature: Step expressions
  How the text of a step meets the expression of a binding.

  Scenario Outline: A number as <type>
    When <value> is read as <type>
    Then the <type> was <value>

    Examples:
      | type    | value       |
      | int     | -42         |
      | long    | 42000000000 |
      | byte    | 255         |
      | float   | 1.5         |
      | double  | -2.25       |
      | decimal | 10.10       |

  Scenario: Words, quotes and enums
    When the word host-01 is 'single' or "double" quoted
    Then the state is storage
    And the qualified state is Compute

  Scenario: Optional text and alternatives
    When 1 machine is started
    And 2 machines are started
    Then (3) machines\hosts {in all} are started

  Scenario: Regular expressions
    When the regex takes host n1 and host n2 twice
    And a bare regex takes 12 units

  Scenario: Transformations
    When a named address 10.0.0.1:53 is given
    And the wait is 2 minutes and 5 seconds
    And tomorrow is given
    And a dozen is counted
    And these are read by a transformation
      | name | Rack Unit | kind    |
      | n1   | 3         | Compute |
