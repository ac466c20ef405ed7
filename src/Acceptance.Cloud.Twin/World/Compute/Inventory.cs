namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What a provider offers of one resource class; its ceiling is (total - reserved) * ratio.</summary>
internal sealed record Inventory(string ResourceClass, int Total, int Reserved, double Ratio, int MaxUnit)
{
    public int Ceiling => (int)((Total - Reserved) * Ratio);
}
