@AppendixA @octavia-configure-resources @order:200
Feature: A long action goes on when Juju no longer waits for it
  Setting up Octavia takes longer than Juju waits by default. Who takes the end of the wait for the end of the action
  starts a second one beside it.

  @Acceptance @layer:hypervisors @observes
  Scenario: Every load balancer of the platform is served
    Then the cloud keeps its promise that every load balancer of the platform serves

  @rehearsal @layer:jumphost @destroys
  Scenario: An action that outlasts the wait ends well, and alarms nobody
    When what octavia-configure-resources calls normal is looked at in a real shell
    Then it shows what the entry says
    And no check alarms

  @rehearsal @layer:jumphost @destroys
  Scenario: An action that is fired again waits for the first and begins anew
    When the trap of octavia-configure-resources is sprung in a real shell
    Then it shows what the entry says
    But the rule of octavia-configure-resources avoids it
