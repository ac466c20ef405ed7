@AppendixA @L3 @order:200
Feature: Both addresses of every service are where they were planned
  A service has an address on each network. A guard that reads the first of them alone calls a bundle good whose second
  one lies among the machines.

  @Acceptance @layer:keystone @observes
  Scenario: The addresses that the site names answer, each by itself
    Then the cloud keeps its promise that every core address answers under the site's CA with a code that the site allows

  @rehearsal @layer:jumphost @destroys
  Scenario: A guard that reads the first address of each pair misses the second
    When the trap of L3 is sprung in a real shell
    Then it shows what the entry says
    But the rule of L3 avoids it
    And our own drivers keep the rule of L3
