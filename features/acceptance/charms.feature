@Acceptance @D-011.1 @layer:juju @observes @order:10
Feature: Every charm is at rest
  A unit that is blocked or waiting has something to say that nobody has heard yet. The operator starts
  here, because every layer above stands on these units. What is normal for an application stands in the
  site's expected-state table: an agent that is lost, or a word that juju did not print, is never normal.

  Scenario: Every unit and every subordinate says what is normal for its application
    Then the cloud keeps its promise that every unit says what the site calls normal for it

  Scenario: Every application has the units that the site counts on
    Then the cloud keeps its promise that every application has its units

  Scenario: Juju can act on the cloud, and does not only see it
    Then the cloud keeps its promise that Juju can act on the cloud through the model
