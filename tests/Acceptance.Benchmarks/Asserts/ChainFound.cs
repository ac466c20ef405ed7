namespace Acceptance.Benchmarks.Asserts;

/// <summary>What waited for one another, one after the other, until the last answer was there.</summary>
/// <param name="RoundTrips">The requests among them: each waits for the latency once.</param>
/// <param name="ProgramsMs">The wall of the programs among them.</param>
/// <param name="Members">Each with when it left and how long it took.</param>
internal sealed record ChainFound(int RoundTrips, double ProgramsMs, IReadOnlyList<string> Members)
{
    public TimeSpan Length(TimeSpan latency) => (RoundTrips * latency) + TimeSpan.FromMilliseconds(ProgramsMs);
}
