namespace Reqnroll;

public enum ExpressionType
{
    /// <summary>Told apart by its looks: <c>^...$</c> and regex idioms are regular, all else is a Cucumber expression.</summary>
    Unspecified,
    CucumberExpression,
    RegularExpression,
}
