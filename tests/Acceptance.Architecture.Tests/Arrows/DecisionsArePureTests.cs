using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Acceptance.Cloud.Live;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Architecture.Tests.Arrows;

/// <summary>
/// H19: judging reads facts and nothing else: no clock, no file, no process, no network, no waiting, no setting.
/// </summary>
public class DecisionsArePureTests
{
    private static readonly string[] Impure =
    [
        "System.TimeProvider",
        "System.Environment",
        "System.Console",
        "System.Random",
        "System.IO.File",
        "System.IO.Directory",
        "System.IO.FileStream",
        "System.IO.StreamReader",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.Threading.Tasks.Task",
        "System.Threading.Tasks.Task`1",
        "System.Threading.Tasks.ValueTask",
        "System.Threading.Tasks.ValueTask`1",
        "System.Threading.Thread",
        "System.Runtime.CompilerServices.IAsyncStateMachine",
        "System.Net.Http.HttpClient",
        "System.Net.Sockets.Socket",
    ];

    [Test]
    public void Decisions_name_nothing_that_reads_or_waits() =>
        NamedBy(typeof(Verdict).Assembly.Location)
            .Intersect(Impure)
            .Should()
            .BeEmpty(
                "Acceptance.Decisions judges facts: read in a driver, wait in the Gatekeeper, "
                    + "and hand the fact over (H19)"
            );

    [Test]
    public void The_same_reading_sees_what_the_drivers_do() =>
        NamedBy(typeof(LiveCloud).Assembly.Location)
            .Should()
            .Contain([
                "System.TimeProvider",
                "System.IO.File",
                "System.Threading.Tasks.Task`1",
                "System.Net.Http.HttpClient",
            ]);

    [Test]
    public void No_decision_keeps_a_state() =>
        typeof(Verdict)
            .Assembly.GetTypes()
            .Where(type =>
                !type.FullName!.Contains('<')
                && !type.FullName.Contains("RegularExpressions.Generated", StringComparison.Ordinal)
            )
            .SelectMany(type =>
                type.GetFields(
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<'))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}")
            .Should()
            .BeEmpty("a check is a pure function (H19)");

    private static string[] NamedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        // An iterator asks for its thread; that is the compiler's doing and reads no setting.
        var members = metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Where(member =>
                metadata.GetString(member.Name) != "get_CurrentManagedThreadId"
                && member.Parent.Kind == HandleKind.TypeReference
            );
        return
        [
            .. members
                .Select(member => metadata.GetTypeReference((TypeReferenceHandle)member.Parent))
                .Concat(Generic(metadata))
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .Distinct(),
        ];
    }

    private static IEnumerable<TypeReference> Generic(MetadataReader metadata) =>
        metadata
            .TypeReferences.Select(metadata.GetTypeReference)
            .Where(type => metadata.GetString(type.Name) != nameof(Environment));
}
