namespace Acceptance.StandIns.Tests.Reqnroll;

public sealed class Node
{
    public string Name { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public double Weight { get; set; }

    public HostKind Kind { get; set; }

    public int? Parent { get; set; }

    public int[] Ports { get; set; } = [];
}
