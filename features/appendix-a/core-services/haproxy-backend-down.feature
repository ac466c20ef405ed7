@AppendixA @D-045 @DOCFIX-031 @order:200
Feature: Every backend serves by HAProxy's own word, whatever Juju calls it
  Juju is blind to what HAProxy thinks of its servers: all is active and idle while a VIP answers 503 now and then. A
  proxy that was not reloaded after the TLS cascade checks in plain text, and calls a server DOWN that serves.

  @Acceptance @layer:haproxy @observes
  Scenario: No server of any backend is down by HAProxy's own verdict
    Then the cloud keeps its promise that no backend is down by HAProxy's own verdict

  @rehearsal @layer:jumphost @destroys
  Scenario: A backend that is down while Juju is green is named, confirmed and cured
    Given a rehearsal cloud where D-045 has struck
    Then the check that no backend is down by HAProxy's own verdict names the victim
    And it leads the operator to D-045
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
