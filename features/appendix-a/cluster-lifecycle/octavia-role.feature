@AppendixA @D-039 @order:200
Feature: Who creates clusters holds the role that Octavia asks for
  A credential is minted with the roles of its user. Without the load balancer's role Octavia refuses Cluster API
  every answer, and creates and deletes hang.

  @Acceptance @layer:magnum @observes
  Scenario: Who creates clusters holds every role that they need
    Then the cloud keeps its promise that who creates clusters carries every needed role

  @rehearsal @layer:jumphost @destroys
  Scenario: A user without the role is named before the first cluster, and given it
    Given a rehearsal cloud without clusters where D-039 has struck
    Then the check that who creates clusters carries every needed role names the victim
    And it leads the operator to D-039
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
