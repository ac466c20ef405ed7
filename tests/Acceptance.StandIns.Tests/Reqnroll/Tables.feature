@spec
Feature: Tables as objects
  What CreateInstance, CreateSet, CompareToInstance and CompareToSet make of a table.

  Scenario: A row is an object
    When this is read
      | Name | Created At | Weight | Kind      | Parent | Ports |
      | n1   | 2026-11-21 | 1.5    | cOm pute  |        | 1, 2  |
    Then the object is n1 of 2026-11-21, 1.5, Compute, without parent, on 2 ports

  Scenario: A column of names beside a column of values is one too
    When this is read
      | Field      | Value      |
      | Name       | n1         |
      | Created At | 2026-11-21 |
      | Parent     | 7          |
    Then the object is n1 of 2026-11-21, 0, Compute, with parent 7, on 0 ports
    And it compares to
      | name | created at | parent |
      | n1   | 2026-11-21 | 7      |

  Scenario: What differs is said
    When this is read
      | Name | Parent |
      | n1   | 7      |
    Then comparing it to this says "Parent: Expected <8>, Actual <7>"
      | Name | Parent |
      | n1   | 8      |
    And comparing it to this says "Nonsense: Property does not exist"
      | Name | Nonsense |
      | n1   | 8        |
    And as a set, comparing it to this says "- | n2   |\n+ | n1   |"
      | Name |
      | n2   |

  Scenario: Rows by index and by name
    Then the table itself reads "a b; 1 2; 3 4"
      | a | b |
      | 1 | 2 |
      | 3 | 4 |
