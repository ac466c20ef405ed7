using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>OpenStack over REST, through its public endpoints.</summary>
internal sealed class OpenStackServices : IOpenStack
{
    private readonly Reading<Credential> _credential;
    private readonly KeystoneTokens _tokens;
    private readonly Sender _sender;

    public OpenStackServices(
        Reading<Credential> credential,
        KeystoneTokens tokens,
        Sender sender,
        KnownHosts hosts,
        TimeSpan upload
    )
    {
        _credential = credential;
        _tokens = tokens;
        _sender = sender;
        var services = new RestServices(tokens, sender, hosts);
        Identity = new Identity(services);
        Compute = new Compute(services);
        Network = new Neutron(services);
        Images = new Images(services, upload);
        LoadBalancing = new LoadBalancing(services);
        ContainerInfra = new ContainerInfra(services);
        Placement = new Placement(services);
        Secrets = new Secrets(services);
    }

    public IIdentity Identity { get; }

    public ICompute Compute { get; }

    public INetworks Network { get; }

    public IImages Images { get; }

    public ILoadBalancing LoadBalancing { get; }

    public IContainerInfra ContainerInfra { get; }

    public IPlacement Placement { get; }

    public ISecrets Secrets { get; }

    public Task<Reading<TokenFacts>> Token(Scope scope, CancellationToken cancel = default) =>
        _tokens.TokenFor(scope, cancel).Select(token => token.Facts);

    /// <summary>It comes with the token, but by hand a token does not show it.</summary>
    public async Task<Reading<IReadOnlyList<CatalogService>>> Catalog(Scope scope, CancellationToken cancel = default)
    {
        var token = await _tokens.TokenFor(scope, cancel);
        if (token is not Reading<Token>.Seen { Value: var known, Evidence: var evidence })
            return token.As<IReadOnlyList<CatalogService>>();
        var byHand = new Question(OperationCatalogue.IssueToken.At(), scope, $"catalog list").Typed;
        return new Reading<IReadOnlyList<CatalogService>>.Seen(known.Catalog, evidence with { ByHand = byHand });
    }

    public async Task<Reading<ScopeDiagnosis>> DiagnoseScope(CancellationToken cancel = default)
    {
        if (_credential is not Reading<Credential>.Seen { Value: var known })
            return _credential.As<ScopeDiagnosis>();
        switch (await _tokens.Unscoped(cancel))
        {
            case Reading<string>.Seen token:
                return await Projects(token.Value, cancel)
                    .Select(projects => new ScopeDiagnosis(
                        true,
                        known.AskedProject,
                        [.. projects.Where(one => one.Enabled).Select(one => one.Name)]
                    )
                    {
                        AskedIsDisabled = projects.Any(one =>
                            !one.Enabled && (known.ProjectId is { } id ? one.Id == id : one.Name == known.Project)
                        ),
                    });
            case Reading<string>.Unread { Why: Unreadable.Unauthorised } refused:
                return new Reading<ScopeDiagnosis>.Seen(
                    new ScopeDiagnosis(false, known.AskedProject, []),
                    refused.Evidence
                );
            case var unread:
                return unread.As<ScopeDiagnosis>();
        }
    }

    private sealed record Own(string Id, string Name, bool Enabled);

    private Task<Reading<IReadOnlyList<Own>>> Projects(string token, CancellationToken cancel)
    {
        var outgoing = new Outgoing(OperationCatalogue.OwnProjects.At(), new Uri(_tokens.KeystoneV3 + "/auth/projects"))
        {
            Path = "/v3/auth/projects",
            Headers = [("X-Auth-Token", token), ("Accept", "application/json")],
            ByHand = $"OS_PROJECT_NAME= openstack federation project list",
        };
        return _sender
            .Send(outgoing, cancel)
            .Then(received =>
                Task.FromResult(
                    received.IsGood
                        ? ServiceAnswer.Read<IReadOnlyList<Own>>(
                            received,
                            outgoing,
                            answer =>
                                [
                                    .. answer["projects"]
                                        .List()
                                        .Select(one => new Own(
                                            one["id"].TextOrNull() ?? "",
                                            one["name"].Text(),
                                            one["enabled"].Flag(whenAbsent: true)
                                        )),
                                ]
                        )
                        : ServiceAnswer.Refused<IReadOnlyList<Own>>(received, outgoing)
                )
            );
    }
}
