namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>
/// Something that a healthy cloud may have and a plan of it on paper has not. It changes the plan before the world is
/// made, or what stands in the world afterwards; every service that shows it then agrees. It breaks nothing.
/// </summary>
/// <param name="Id">A word of its own, such as vault-standbys.</param>
/// <param name="Says">What there is, in one sentence an operator would use.</param>
internal sealed record Untidiness(string Id, string Says)
{
    /// <summary>Another cloud from the ground up.</summary>
    public Func<WorldPlan, WorldPlan> Plans { get; init; } = plan => plan;

    /// <summary>What somebody left in the cloud that stands.</summary>
    public Action<TwinWorld> Leaves { get; init; } = _ => { };
}
