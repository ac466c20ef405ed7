using System.Text.RegularExpressions;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>
/// The message within an error answer: each service wraps it in a way of its own (captures, openstack/README).
/// </summary>
internal static partial class ErrorEnvelope
{
    public static string Message(string body)
    {
        try
        {
            return Bounds.Quote(Plain(Find(Body.Parse(body)) ?? body));
        }
        catch (MisshapenException)
        {
            return Bounds.Quote(Plain(body));
        }
    }

    private static string? Find(Field answer)
    {
        if (!answer.IsObject)
            return null;
        if (answer["errors"] is { IsList: true } errors)
            return errors.List().Select(Own).FirstOrDefault(text => text is not null);
        return Own(answer)
            // keystone's error, neutron's NeutronError, nova's itemNotFound ...: one member that holds the message.
            ?? answer
                .Members()
                .Select(member => member.Value)
                .Where(value => value.IsObject)
                .Select(Own)
                .FirstOrDefault(text => text is not null);
    }

    // faultstring: octavia; explanation: heat; detail: magnum, placement; description: barbican, octavia's router.
    private static string? Own(Field holder) =>
        new[] { "faultstring", "detail", "message", "explanation", "description", "title" }
            .Select(name => One(holder, name))
            .FirstOrDefault(text => text is { Length: > 0 });

    private static string? One(Field holder, string name)
    {
        try
        {
            return holder[name].TextOrNull();
        }
        catch (MisshapenException)
        {
            return null;
        }
    }

    private static string Plain(string body) =>
        Blanks().Replace(Markup().Replace(Bounds.Beginning(body, Bounds.LookedAt), " "), " ").Trim();

    // What is not closed ends with the text: to look for its end again at each next one would cost the square of it.
    [GeneratedRegex(
        @"<head\b.*?(</head>|\z)|<style\b.*?(</style>|\z)|<script\b.*?(</script>|\z)|<[^>]*>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
