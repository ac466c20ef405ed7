namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>
/// A service says no: the status, its own text, and the type some services name (NetworkInUse). The service puts it
/// into its envelope.
/// </summary>
internal sealed class ApiRefusal(int status, string message, string type = "") : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    /// <summary>The real service has it, the twin does not: never a guess, and never the real one's 404.</summary>
    public static ApiRefusal NotEmulated(string what) => new(501, $"not emulated: the twin's {what}", "NotEmulated");
}
