namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// The world refuses: the message is the service's own text; the type is the service's name for it,
/// where it has one (Neutron's NetworkInUse).
/// </summary>
internal sealed class RefusedException(Refusal why, string message, string type = "") : Exception(message)
{
    public Refusal Why { get; } = why;

    public string Type { get; } = type;
}
