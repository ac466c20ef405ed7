@spec
Feature: Injection
  One container a scenario, below those of the feature and the run.

  Scenario: A class is made once in a scenario
    When one class notes "seen"
    Then another class reads "seen"

  Scenario: And anew in the next
    Then another class reads ""

  Scenario: A type, a factory and an instance are registered by a hook
    Then the registered ones are resolved

  Scenario: The context is a bag
    When "text" and 7 are put in the bag
    Then the bag holds "text" and 7 and no date

  Scenario: Attachments and lines
    When a line and a file are given to the output helper
