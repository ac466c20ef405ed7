namespace Acceptance.Cloud;

/// <summary>The gate that grants everything and remembers nothing.</summary>
public sealed class AllowAll : IRequestGate
{
    public Permission Ask(Intent intent) => Permission.Yes;

    public void Ended(Exchange exchange) { }
}
