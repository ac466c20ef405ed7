@spec @hooked
Feature: Hooks
  Around the run, the feature, the scenario, its blocks and its steps.

  Scenario: Low order first, untagged and tagged alike
    Given a step
    When a step
    And a step
    Then the hooks so far were
      """
      run feature early scenario [given (Given a step) given] [when (When a step)(When a step) when] [then (
      """

  @other
  Scenario: Another tag
    Given a step
    Then the hooks so far were
      """
      run feature early other scenario [given (Given a step) given] [then (
      """

  Scenario: Steps and hooks may be async
    Given a task
    When a value task

  Rule: Of scopes
    @other
    Scenario: The narrower binding wins
      Then the scope is "scenario, in this feature and under a tag"

    Scenario: The wider binding is left
      Then the scope is "feature"
