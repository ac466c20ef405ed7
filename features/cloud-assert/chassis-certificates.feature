@CloudAssert @A4 @restart-4 @order:200
Feature: A chassis that was not restarted still runs with the certificate from before
  Vault reissues, the charm writes the file, and juju stays green. A chassis that nobody restarted is connected by the
  link that it had, and falls silent on the day that something cuts it.

  @rehearsal @layer:jumphost @destroys
  Scenario: A chassis whose certificate is newer than its process is named
    Given a rehearsal cloud where ovn-restart-missed has struck
    Then the check that every chassis runs with the certificate that it was last given names the victim
    And it leads the operator to ovn-tls-sweep
