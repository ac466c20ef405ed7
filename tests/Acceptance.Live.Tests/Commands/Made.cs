using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Permits;

namespace Acceptance.Live.Tests.Commands;

/// <summary>Commands and operations that no catalogue has, for what the drivers do with any.</summary>
internal static class Made
{
    public static CommandLine Program(params string[] words) =>
        new Command("made", Place.Jumphost, Permit.Observe, [.. words.Select(word => (Word)word)]).With();

    public static CommandLine Script(string text) => new Command("made", Place.Host, Permit.Observe, text).With();

    public static OperationCall Request(string method = "GET") =>
        new Operation("made.asked", "test", method, "/v2/things", Permit.Observe).At();
}
