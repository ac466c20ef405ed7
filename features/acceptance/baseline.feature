@Acceptance @D-011.7 @D-012 @layer:vips @observes @waivable @order:50
Feature: A baseline stands behind the cloud
  The way back to a validated cloud is a set of snapshots, of every disk of every host and in the order of the
  deploy, or a dated capture of what was asserted when the cloud had passed. The site names which of the two it is,
  and each is held to its own rule.

  Scenario: The baseline that the site names is of this deploy, and it stands
    Then the cloud keeps its promise that the baseline that the site names stands behind this deploy
