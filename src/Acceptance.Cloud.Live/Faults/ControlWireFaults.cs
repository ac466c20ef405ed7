using System.Text.Json;
using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Faults;

/// <summary>Faults over a control wire: GET faults, POST and DELETE faults/ID, GET log.</summary>
internal sealed class ControlWireFaults(Uri at, Sender sender) : IFaults
{
    private readonly Uri _at = at.AbsoluteUri.EndsWith('/') ? at : new Uri(at.AbsoluteUri + "/");

    public Task<Reading<InjectedFault>> Inject(string id, CancellationToken cancel = default) =>
        Ask(OperationCatalogue.InjectFault.At(id), $"acceptance twin fault {id}", Fault, cancel);

    public Task<Reading<Done>> Heal(string id, CancellationToken cancel = default) =>
        Ask(OperationCatalogue.HealFault.At(id), $"acceptance twin heal {id}", _ => Done.It, cancel);

    public Task<Reading<IReadOnlyList<InjectedFault>>> Active(CancellationToken cancel = default) =>
        Ask<IReadOnlyList<InjectedFault>>(
            OperationCatalogue.Faults.At(),
            $"acceptance twin faults",
            answer => [.. answer["active"].List().Select(Fault)],
            cancel
        );

    public Task<Reading<IReadOnlyList<StartedProgram>>> Started(CancellationToken cancel = default) =>
        Ask<IReadOnlyList<StartedProgram>>(
            OperationCatalogue.FlightLog.At(),
            $"acceptance twin log",
            answer => [.. answer.List().Where(entry => entry["kind"].Text() == "argv").Select(Program)],
            cancel
        );

    private static StartedProgram Program(Field entry) =>
        new(entry["verb"].Text(), [.. entry["argv"].List().Select(word => word.Text())], entry["asRoot"].Flag());

    private static InjectedFault Fault(Field fault) => new(fault["id"].Text(), fault["victim"].TextOrNull());

    private async Task<Reading<T>> Ask<T>(
        OperationCall call,
        ByHand byHand,
        Func<Field, T> read,
        CancellationToken cancel
    )
    {
        var reading = await sender.Send(
            new Outgoing(call, new Uri(_at, call.Path)) { Path = "/" + call.Path, ByHand = byHand },
            cancel
        );
        if (reading is not Reading<Received>.Seen { Value: var answer })
            return reading.As<T>();
        try
        {
            var body = new Field(JsonDocument.Parse(answer.Body.Length == 0 ? "{}" : answer.Body).RootElement, "");
            if (answer.IsGood)
                return new Reading<T>.Seen(read(body), answer.Evidence);
            var why = answer.Status == 404 ? Unreadable.NotFound : Unreadable.Failed;
            return new Reading<T>.Unread(
                why,
                body["error"].TextOrNull() is { } said
                    ? (Sentence)$"{said}"
                    : $"The control wire answered {answer.Status} to {call.Path}.",
                answer.Evidence
            );
        }
        catch (Exception garbled) when (garbled is JsonException or MisshapenException)
        {
            return new Reading<T>.Unread(
                Unreadable.Garbled,
                $"The control wire's answer to {call.Path} cannot be read: {garbled.Message}.",
                answer.Evidence
            );
        }
    }
}
