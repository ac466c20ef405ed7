@AppendixA @nginx-reverse-proxy @order:200
Feature: The jumphost's proxy leads to the page that stands behind it
  People reach the dashboard by a proxy on the jumphost. Four traps lie there: a worker that drains, the name in a
  certificate, an edit that matched nothing, and schemes that differ. A look at the first answer sees none of them.

  @Acceptance @layer:vips @observes
  Scenario: A browser that begins at the proxy ends at a verified page
    Then the cloud keeps its promise that the jumphost's proxy leads to a page that it verifies, as it is configured now

  @rehearsal @layer:jumphost @destroys
  Scenario: A proxy that asks for another container's certificate is named and cured
    Given a rehearsal cloud where nginx-name has struck
    Then the check that the jumphost's proxy leads to a page that it verifies, as it is configured now names the victim
    And it leads the operator to nginx-reverse-proxy
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A proxy whose schemes differ sends a browser in a circle
    Given a rehearsal cloud where nginx-loop has struck
    Then the check that the jumphost's proxy leads to a page that it verifies, as it is configured now names the victim
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: The answer right after a reload is an old worker's
    When the trap of nginx-reload is sprung in a real shell
    Then it shows what the entry says

  @rehearsal @layer:jumphost @destroys
  Scenario: A restart is answered by what was written
    Then the rule of nginx-reload avoids it

  @rehearsal @layer:jumphost @destroys
  Scenario: An edit by sed that matches nothing is a success to everybody
    When the trap of nginx-sed is sprung in a real shell
    Then it shows what the entry says
    But the rule of nginx-sed avoids it
