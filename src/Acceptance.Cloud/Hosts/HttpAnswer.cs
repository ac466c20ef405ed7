namespace Acceptance.Cloud.Hosts;

/// <summary>
/// An HTTP answer: code, the beginning of its body (at most 64 KiB), its Location if it redirects, and when it came
/// (cloud time).
/// </summary>
public sealed record HttpAnswer(int Code, string Body, string? Location, DateTimeOffset At);
