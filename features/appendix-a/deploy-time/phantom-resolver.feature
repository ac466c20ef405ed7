@AppendixA @R15 @order:200
Feature: A resolver that nobody serves is passed over, and harms nobody
  MAAS names its own controller to every machine as a resolver, whatever the subnet says. The machines pass it over
  and ask the next one.

  @Acceptance @layer:juju @observes
  Scenario: Every machine is started, whatever it says of its resolvers
    Then the cloud keeps its promise that every machine and every container is started

  @rehearsal @layer:jumphost @destroys
  Scenario: A resolver that does not answer is listed, and alarms nobody
    When what R15 calls normal is looked at in a real shell
    Then it shows what the entry says
    And no check alarms
