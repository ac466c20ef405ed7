@AppendixA @web-download @order:200
Feature: An image comes in with its digest compared, not by Glance's own download
  Glance can fetch an image by itself where the publisher lets it. Nobody compares the digest then, and a publisher who
  refuses leaves an accepted import that never ends.

  @Acceptance @layer:jumphost @observes
  Scenario: Nothing here has Glance fetch an image by itself
    Then nothing that this suite can start breaks the rule of web-download

  @rehearsal @layer:jumphost @destroys
  Scenario: One publisher's image comes in unchecked, another's never does, a staged one is compared
    When the trap of web-download is sprung in a real shell
    Then it shows what the entry says
    But the rule of web-download avoids it
    And our own drivers keep the rule of web-download
