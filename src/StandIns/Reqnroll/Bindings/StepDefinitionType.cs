namespace Reqnroll.Bindings;

public enum StepDefinitionType
{
    Given = 1,
    When = 2,
    Then = 3,
}
