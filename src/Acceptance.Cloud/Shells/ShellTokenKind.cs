namespace Acceptance.Cloud.Shells;

/// <summary>What a shell takes a stretch of its text for.</summary>
public enum ShellTokenKind
{
    Word,

    /// <summary>Parts or joins commands: ; ;; &amp; &amp;&amp; | || |&amp; ( ) and a line's end.</summary>
    Control,

    /// <summary>
    /// &gt; &gt;&gt; &gt;| &gt;&amp; &amp;&gt; &lt; &lt;&lt; &lt;&lt;- &lt;&lt;&lt; &lt;&amp; &lt;&gt;, without
    /// the descriptor's number.
    /// </summary>
    Redirection,

    /// <summary>The body of a here-document, without the line that ends it.</summary>
    HereDocument,

    /// <summary>From a # that begins a word to the line's end.</summary>
    Comment,
}
