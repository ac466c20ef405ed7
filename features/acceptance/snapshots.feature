@Acceptance @D-011.7 @D-012 @layer:vips @observes @waivable @order:50
Feature: A snapshot baseline stands behind the cloud
  The first snapshot is the way back to a validated cloud without tenants, the second to a cloud with its
  tenants set up. They are worth something only for every disk of every host, and only in that order.

  Rule: The deploy comes first, then the first snapshot, then the first tenant, then the second snapshot

    Scenario: Every disk of every host carries its snapshots in the agreed order
      Then the cloud keeps its promise that each disk carries its snapshots in the order of the deploy
