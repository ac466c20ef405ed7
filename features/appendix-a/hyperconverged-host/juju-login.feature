@AppendixA @juju-macaroon @order:200
Feature: Juju's login holds as long as the session
  "Cannot get discharge ... EOF" is no fault of the controller: the login on the jumphost expired in the middle of a
  session, and a program that has no terminal cannot be asked for a password.

  @Acceptance @layer:juju @observes
  Scenario: The model answers to the login that is on file
    Then the cloud keeps its promise that the model and the controller that answer are those of the site

  @rehearsal @layer:jumphost @destroys
  Scenario: An expired login is named for what it is, and a new one ends it
    Given a rehearsal cloud where juju-macaroon has struck
    Then the check that the model and the controller that answer are those of the site says that nothing was seen
    And it leads the operator to juju-macaroon
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
