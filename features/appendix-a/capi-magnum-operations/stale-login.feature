@AppendixA @juju-stdin @order:200
Feature: An expired login is told apart from a controller that is gone
  Who gives a command nothing to read answers its question for the password with nothing. What Juju says of that sounds
  like a dead controller, and the controller is well.

  @Acceptance @layer:jumphost @observes
  Scenario: Juju answers a program that has nothing to read
    Then the cloud keeps its promise that the model and the controller that answer are those of the site

  @rehearsal @layer:jumphost @destroys
  Scenario: A command without input fails under an expired login, and a login cures it
    Given a rehearsal cloud where juju-macaroon has struck
    When the trap of juju-stdin is sprung in a real shell
    Then it shows what the entry says
    But the rule of juju-stdin avoids it
    And our own drivers keep the rule of juju-stdin
