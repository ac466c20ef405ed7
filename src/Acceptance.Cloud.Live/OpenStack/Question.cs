using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>One question to a service, in a scope.</summary>
/// <param name="Call">What is asked.</param>
/// <param name="Scope">Whose token goes with it.</param>
/// <param name="ByHand">The openstack command that asks the same, without the word openstack and without its
/// scope.</param>
internal sealed record Question(OperationCall Call, Scope Scope, ByHand ByHand)
{
    public ServiceEndpoint Service { get; } = ServiceEndpoint.ForType(Call.Operation.Service);

    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>A JSON body.</summary>
    public string? Json { get; init; }

    /// <summary>A body of another kind, made anew for each try.</summary>
    public Func<HttpContent>? Content { get; init; }

    public TimeSpan? Within { get; init; }

    /// <summary>The answer is a secret.</summary>
    public bool Secret { get; init; }

    public string QueryString =>
        string.Join('&', Query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>As it would be typed with the openrc sourced: the scope is said in front.</summary>
    public ByHand Typed =>
        Scope is Scope.ProjectScope narrowed
            ? (ByHand)$"OS_PROJECT_NAME={narrowed.Project} OS_PROJECT_DOMAIN_NAME={narrowed.Domain} openstack {ByHand}"
            : $"openstack {ByHand}";
}
