@AppendixA @mysql-outage @mysql-degraded @order:200
Feature: The database cluster tolerates a failure, and one of it writes
  Juju calls a cluster active that can lose no member more, because its message still contains an OK. A member that
  left its group comes back by its own action, while the others serve.

  @Acceptance @layer:mysql @observes
  Scenario: The database cluster tolerates a failure and has one writer
    Then the cloud keeps its promise that the database cluster tolerates a failure and has one writer

  @rehearsal @layer:jumphost @destroys
  Scenario: A member outside its group is named, and rejoined by its address
    Given a rehearsal cloud where mysql-degraded has struck
    Then the check that the database cluster tolerates a failure and has one writer names the victim
    And it leads the operator to mysql-outage
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A cluster that is out as a whole is named, and rebooted from its outage
    Given a rehearsal cloud where mysql-out has struck
    Then the check that the database cluster tolerates a failure and has one writer names the victim
    And it leads the operator to mysql-outage
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A cluster that serves is rebooted by an old shell, and tolerates no failure any more
    Given a rehearsal cloud where mysql-degraded has struck
    Then the check that the database cluster tolerates a failure and has one writer names the victim
    And it leads the operator to mysql-outage
    When its fix is typed, step by step
    Then what mysql-outage warns of, as typed, makes it worse
