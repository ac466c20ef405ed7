@Acceptance @D-011.8 @D-019 @layer:keystone @observes @waivable
Feature: Tenant name resolution is deferred, and stays deferred knowingly
  Designate was put off for the first version, which knows addresses and no names. Somebody answers for that
  until a date, and the deferral ends at once if a name service turns up in the catalog.

  Scenario: No name service is offered while its acceptance is deferred
    When the operator reads the catalog
    Then the deferral of the name service holds
