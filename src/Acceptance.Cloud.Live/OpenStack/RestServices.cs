using System.Net.Mime;
using System.Text;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>
/// Asks the services of the catalog: the token of the scope, one renewal on 401, every list read to its end.
/// </summary>
internal sealed class RestServices(KeystoneTokens tokens, Sender sender, KnownHosts hosts)
{
    /// <summary>Reads one object.</summary>
    public Task<Reading<T>> One<T>(Question question, Func<Field, T> read, CancellationToken cancel) =>
        Ask(question, cancel)
            .Then(answer => Task.FromResult(ServiceAnswer.Read(answer.Received, answer.Outgoing, read)));

    /// <summary>Does what answers nothing worth reading.</summary>
    public Task<Reading<Done>> Do(Question question, CancellationToken cancel) =>
        Ask(question, cancel)
            .Then(answer => Task.FromResult<Reading<Done>>(new Reading<Done>.Seen(Done.It, answer.Received.Evidence)));

    /// <summary>Reads a list to its end, page by page.</summary>
    /// <param name="question">The first page.</param>
    /// <param name="collection">The member that holds the list.</param>
    public async Task<Reading<IReadOnlyList<T>>> List<T>(
        Question question,
        string collection,
        Func<Field, T> read,
        CancellationToken cancel
    )
    {
        using var deadline = After(question.Within, cancel);
        var pages = new Pages(
            $"{question.Call.Operation.Method} {question.Service.Path(question.Call.Path)} ({question.Service.Type})"
        );
        List<T> all = [];
        Evidence? first = null;
        for (var query = question.QueryString; ; )
        {
            var page = first is null
                ? await Page(question, query, collection, read, cancel)
                : await Further(pages, deadline, first, time => Page(question, query, collection, read, time));
            if (
                page
                is not Reading<(IReadOnlyList<T> Items, string? Next, long Bytes)>.Seen
                {
                    Value: var (items, next, bytes),
                    Evidence: var evidence
                }
            )
                return page.As<IReadOnlyList<T>>();
            all.AddRange(items);
            first ??= evidence;
            if (next is null || items.Count == 0)
                return new Reading<IReadOnlyList<T>>.Seen(
                    all,
                    pages.Number == 1 ? first : first with { Asked = $"{first.Asked} ({pages.Number} pages)" }
                );
            if (pages.Turn(next, bytes) is { } endless)
                return new Reading<IReadOnlyList<T>>.Unread(Unreadable.Garbled, endless, evidence);
            query = next;
        }
    }

    private Deadline After(TimeSpan? within, CancellationToken cancel) =>
        Deadline.After(within ?? sender.Deadlines.Answer, sender.Deadlines.Watch, cancel);

    /// <summary>
    /// Of a list in a project's scope what is the project's own: an administrator is shown every project's.
    /// </summary>
    /// <param name="mine">Whether one is the project's, by its id, or is shared with it.</param>
    public Task<Reading<IReadOnlyList<T>>> Own<T>(
        Question question,
        Task<Reading<IReadOnlyList<T>>> list,
        Func<T, string, bool> mine,
        CancellationToken cancel
    ) =>
        question.Scope is not Scope.ProjectScope
            ? list
            : tokens
                .TokenFor(question.Scope, cancel)
                .Then(ours =>
                    list.Select(all => (IReadOnlyList<T>)[.. all.Where(one => mine(one, ours.Facts.ProjectId))])
                );

    /// <summary>
    /// What of a list the project of the question means; the administrator's own scope means all of it.
    /// </summary>
    /// <param name="meant">The list, the project's id, and that of the administrator's project.</param>
    public Task<Reading<IReadOnlyList<T>>> Meant<T>(
        Question question,
        Task<Reading<IReadOnlyList<T>>> list,
        Func<IReadOnlyList<T>, string, string, IEnumerable<T>> meant,
        CancellationToken cancel
    ) =>
        question.Scope is not Scope.ProjectScope
            ? list
            : tokens
                .TokenFor(question.Scope, cancel)
                .Then(ours =>
                    tokens
                        .TokenFor(Scope.Admin, cancel)
                        .Then(admin =>
                            list.Select(all =>
                                (IReadOnlyList<T>)[.. meant(all, ours.Facts.ProjectId, admin.Facts.ProjectId)]
                            )
                        )
                );

    /// <summary>A page after the first, within the time that all of them have.</summary>
    private static async Task<Reading<T>> Further<T>(
        Pages pages,
        Deadline deadline,
        Evidence first,
        Func<CancellationToken, Task<Reading<T>>> page
    )
    {
        try
        {
            return await page(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.Passed)
        {
            return new Reading<T>.Unread(Unreadable.TimedOut, pages.TooSlow(deadline.Span), first);
        }
    }

    private Task<Reading<(IReadOnlyList<T> Items, string? Next, long Bytes)>> Page<T>(
        Question question,
        string query,
        string collection,
        Func<Field, T> read,
        CancellationToken cancel
    ) =>
        Ask(question, cancel, query)
            .Then(answer =>
                Task.FromResult(
                    ServiceAnswer.Read(
                        answer.Received,
                        answer.Outgoing,
                        body =>
                            (
                                (IReadOnlyList<T>)[.. body[collection].List().Select(read)],
                                NextPage.Query(body, collection),
                                (long)answer.Received.Body.Length
                            )
                    )
                )
            );

    private async Task<Reading<Answer>> Ask(Question question, CancellationToken cancel, string? query = null)
    {
        var token = await tokens.TokenFor(question.Scope, cancel);
        if (token is not Reading<Token>.Seen { Value: var held })
            return token.As<Answer>();
        var reading = await Send(question, query, held, cancel);
        if (reading is not Reading<Answer>.Unread { Why: Unreadable.Unauthorised })
            return reading;
        // The token may have expired, or been revoked, since it was issued: once, and then it is the user who may not.
        token = await tokens.Renew(question.Scope, held, cancel);
        return token is Reading<Token>.Seen { Value: var renewed }
            ? await Send(question, query, renewed, cancel)
            : token.As<Answer>();
    }

    private async Task<Reading<Answer>> Send(Question question, string? query, Token token, CancellationToken cancel)
    {
        if (Root(question, token) is not { } root)
        {
            return new Reading<Answer>.Unread(
                Unreadable.Failed,
                $"The catalog has no {question.Service.Type} service with a public endpoint"
                    + $"{InRegion(question.Service, token)} (openstack catalog list).",
                ByCatalog(token)
            );
        }

        if (hosts.Refusal($"The catalog's {question.Service.Type} service", root) is { } refused)
            return new Reading<Answer>.Unread(Unreadable.NotOursToRead, $"{refused}.", ByCatalog(token));

        var outgoing = Request(question, query, token, root);
        var reading = await sender.Send(outgoing, cancel);
        if (reading is not Reading<Received>.Seen { Value: var received })
            return reading.As<Answer>();
        if (!received.IsGood)
            return ServiceAnswer.Refused<Answer>(received, outgoing);
        return question.Service.OtherVersion(received.Header("OpenStack-API-Version")) is { } other
            ? OfAnother(other, question.Service.Type, received, outgoing)
            : new Reading<Answer>.Seen(new Answer(received, outgoing), received.Evidence);
    }

    private static Reading<Answer> OfAnother(string version, string type, Received received, Outgoing outgoing) =>
        new Reading<Answer>.Unread(
            Unreadable.Garbled,
            $"{outgoing.Method} {outgoing.At} answered {version}: the catalog's address is that of another version of "
                + $"the API, or something between drops the header; have the catalog name the address that {type} "
                + $"serves (openstack catalog list).",
            received.Evidence
        );

    private Outgoing Request(Question question, string? query, Token token, Uri root) =>
        new(question.Call, question.Service.At(root, question.Call.Path, query ?? question.QueryString))
        {
            Path = question.Service.Path(question.Call.Path),
            Headers =
            [
                ("X-Auth-Token", token.Id),
                ("Accept", MediaTypeNames.Application.Json),
                .. question.Service.Headers(),
            ],
            Body =
                question.Content
                ?? (
                    question.Json is { } json
                        ? () => new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json)
                        : null
                ),
            ByHand = question.Typed,
            Within = question.Within,
            Reservation = hosts.Reservation(root),
            Secret = question.Secret,
        };

    // The catalog came with the token; `token issue` does not show it.
    private static Evidence ByCatalog(Token token) => token.Evidence with { ByHand = $"openstack catalog list" };

    private string InRegion(ServiceEndpoint asked, Token token) =>
        (tokens.Region, token.Catalog.Where(asked.IsOf).SelectMany(service => service.Regions)) switch
        {
            ({ } region, var others) when others.Any() =>
                $" in the region {region}, but has one in {string.Join(", ", others.Distinct())}: "
                    + "have OS_REGION_NAME name that region, to the letter",
            ({ } region, _) => $" in the region {region}",
            _ => "",
        };

    // Keystone is asked where the openrc says: its catalog entry is for those who have no openrc.
    private Uri? Root(Question question, Token token) =>
        question.Service == ServiceEndpoint.Identity
            ? tokens.KeystoneV3
            // A type may stand there twice: what a deploy left behind has no endpoint.
            : token
                .Catalog.Where(question.Service.IsOf)
                .Select(service => service.Public)
                .FirstOrDefault(found => found is not null);

    private sealed record Answer(Received Received, Outgoing Outgoing);
}
