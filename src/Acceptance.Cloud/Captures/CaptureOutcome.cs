namespace Acceptance.Cloud.Captures;

/// <summary>How the run ended of which a capture is.</summary>
public enum CaptureOutcome
{
    [Word("PASS")]
    Pass,

    [Word("FAIL")]
    Fail,
}
