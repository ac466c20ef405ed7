@AppendixA @DOCFIX-022 @order:200
Feature: The openrc scopes to a project that its user can enter
  With another charm's revision the admin project has another name. Keystone then answers 401 to a good password: the
  scope is wrong, and the credential is not.

  @Acceptance @layer:keystone @observes
  Scenario: Keystone issues a token in the scope of the openrc
    Then the cloud keeps its promise that Keystone issues a token in the right scope

  @rehearsal @layer:jumphost @destroys
  Scenario: An openrc with a wrong scope is named, and finds its project
    Given a rehearsal cloud where DOCFIX-022 has struck
    Then the check that Keystone issues a token in the right scope names the victim
    And it leads the operator to DOCFIX-022
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
