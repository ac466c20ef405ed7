@AppendixA @D-040 @order:200
Feature: Every hyperconverged host keeps memory for what runs beside the guests
  With the default reserve Nova sells memory that the services beside it need: guests die by the OOM killer, and a
  host may read down in Juju while it only swaps.

  @Acceptance @layer:hypervisors @observes
  Scenario: Every compute unit reserves what was agreed
    Then the cloud keeps its promise that every compute unit keeps the agreed memory back

  @rehearsal @layer:jumphost @destroys
  Scenario: A unit that reserves too little is named, confirmed and cured
    Given a rehearsal cloud where D-040 has struck
    Then the check that every compute unit keeps the agreed memory back names the victim
    And it leads the operator to D-040
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
