@AppendixA @D-044 @order:200
Feature: A login to the dashboard holds for who comes through the proxy
  Behind TLS the dashboard marks its cookies secure, and a browser does not send such a one over plain http. One file on
  each of its units takes the mark off; where it is gone, the login page comes again after every login.

  @Acceptance @layer:keystone @observes
  Scenario: No unit of the dashboard marks a cookie that must come back
    Then the cloud keeps its promise that a login to the dashboard holds over plain http

  @rehearsal @layer:jumphost @destroys
  Scenario: A unit that lost the file is named, confirmed and given it again
    Given a rehearsal cloud where D-044 has struck
    Then the check that a login to the dashboard holds over plain http names the victim
    And it leads the operator to D-044
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
