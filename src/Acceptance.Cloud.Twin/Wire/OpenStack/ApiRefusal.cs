namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>A service says no: the status, its own text, and the type some services name (NetworkInUse). The service puts it into its envelope.</summary>
internal sealed class ApiRefusal(int status, string message, string type = "") : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;
}
