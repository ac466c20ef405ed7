using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Twin;
using Acceptance.Runs.Permits;

namespace Acceptance.Architecture.Tests.Arrows;

/// <summary>
/// H20: every port of the cloud has an adapter that meets a real one; the twin has none, since it stands behind the
/// wire.
/// </summary>
public class PortParityTests
{
    private static IEnumerable<Type> Ports => typeof(ICloud).Assembly.GetTypes().Where(type => type.IsInterface);

    [TestCaseSource(nameof(Ports))]
    public void A_port_has_an_adapter(Type port) =>
        new[] { typeof(LiveCloud).Assembly, typeof(PermitGate).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Should()
            .Contain(
                type => type.IsClass && !type.IsAbstract && port.IsAssignableFrom(type),
                "a port without an adapter promises what nobody keeps (H20)"
            );

    [TestCaseSource(nameof(Ports))]
    public void The_twin_implements_no_port(Type port) =>
        typeof(Twin)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && port.IsAssignableFrom(type))
            .Select(type => type.FullName)
            .Should()
            .BeEmpty("a twin under the drivers would be a mock: it speaks the wire (H20)");

    /// <summary>A reading says why it is not there; a port that throws or returns null would lose the reason.</summary>
    [TestCaseSource(nameof(Ports))]
    public void A_question_of_a_port_yields_a_reading(Type port)
    {
        var questions = port.GetMethods()
            .Where(method => !method.IsSpecialName && port.Namespace != typeof(ICloud).Namespace)
            .ToArray();
        questions
            .Where(method =>
                !(
                    method.ReturnType.IsGenericType
                    && method.ReturnType.GenericTypeArguments[0].Name.StartsWith("Reading", StringComparison.Ordinal)
                )
            )
            .Select(method => $"{port.Name}.{method.Name} yields {method.ReturnType.Name}, not a Reading (H20)")
            .Should()
            .BeEmpty();
    }
}
