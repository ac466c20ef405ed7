@AppendixA @horizon-visibility @order:200
Feature: A server is shown to the project that owns it
  An administrator who looks into their own project sees no server of any cluster, while the panel of clusters shows
  them all. Nothing is missing.

  @Acceptance @layer:hypervisors @observes
  Scenario: Every amphora stands behind its load balancer, whoever looks
    Then the cloud keeps its promise that no amphora is broken or orphaned

  @rehearsal @layer:jumphost @destroys
  Scenario: An empty list in one's own project alarms nobody
    When what horizon-visibility calls normal is looked at in a real shell
    Then it shows what the entry says
    And no check alarms
