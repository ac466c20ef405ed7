using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;

namespace Acceptance.Cloud.Facts;

/// <summary>What the jumphost says of itself, and what answers it.</summary>
public static class JumphostFacts
{
    /// <summary>Whether it runs anything at all.</summary>
    public static FactKey<ShellAnswer> Runs { get; } =
        FactKey<ShellAnswer>.Moving(
            "jumphost runs",
            source => source.Cloud.Shell.OnJumphost(CommandCatalogue.Runs.With())
        );

    /// <summary>How many bytes its programs find at their standard input (DOCFIX-021).</summary>
    public static FactKey<ShellAnswer> OwnInput { get; } =
        FactKey<ShellAnswer>.Moving(
            "own input",
            source => source.Cloud.Shell.OnJumphost(CommandCatalogue.OwnInput.With())
        );

    /// <summary>The OS_ variables that its programs inherit (scope-hygiene).</summary>
    public static FactKey<ShellAnswer> InheritedScope { get; } =
        FactKey<ShellAnswer>.Moving(
            "inherited scope",
            source => source.Cloud.Shell.OnJumphost(CommandCatalogue.InheritedScope.With())
        );

    /// <summary>
    /// What each endpoint of the site answers, asked side by side; one that does not answer is told in its own
    /// reading.
    /// </summary>
    public static FactKey<IReadOnlyList<EndpointAnswer>> Endpoints { get; } =
        FactKey<IReadOnlyList<EndpointAnswer>>.Moving(
            "endpoint answers",
            async source =>
            {
                var answers = await Task.WhenAll(
                    source.Site.Endpoints.Select(async endpoint => new EndpointAnswer(
                        endpoint,
                        await source.Cloud.Http.Ask(endpoint.Url)
                    ))
                );
                return new Reading<IReadOnlyList<EndpointAnswer>>.Seen(answers, Evidence.None);
            }
        );
}
