@AppendixA @R14 @order:200
Feature: Whoever uses an address of the cloud asks where it is today
  The addresses of the services were moved once. Whoever was not told asks an address that nobody has any more, and takes
  the service for dead.

  @Acceptance @layer:keystone @observes
  Scenario: Every address that the site names is one that answers
    Then the cloud keeps its promise that every core address answers under the site's CA with a code that the site allows

  @rehearsal @layer:jumphost @destroys
  Scenario: An address from before the move answers nobody
    When the trap of R14 is sprung in a real shell
    Then it shows what the entry says
    But the rule of R14 avoids it
