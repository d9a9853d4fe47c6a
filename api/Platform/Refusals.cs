using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Mentoring.Api.Platform;

/// <summary>
/// Kestrel refuses what is no HTTP (a null in the address, a broken header, a line without end) before any part of the
/// product sees it, with an empty body and nothing to hook into. Every other refusal is a problem, so these become one here,
/// where the answer leaves.
/// </summary>
public static class Refusals
{
    public static void ExplainRefusals(this KestrelServerOptions kestrel) => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
    {
        var output = new Explained(connection.Transport.Output);
        connection.Transport = new Transport(connection.Transport.Input, output);
        connection.Items[typeof(Explained)] = output;
        return next(connection);
    }));

    /// <summary>What the product answers, from its first byte to its last, is no refusal of the server, whatever stands in it. Goes first.</summary>
    public static void UseOwnAnswers(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(typeof(Explained), out var kept) is true && kept is Explained output)
        {
            output.IsOurs = true;
            http.Response.OnCompleted(() =>
            {
                output.IsOurs = false;
                return Task.CompletedTask;
            });
        }

        return next(http);
    });

    /// <summary>
    /// A method or a format that an address does not take is refused by routing, with an endpoint that names no permission:
    /// told at once, so that nobody is sent for a token to learn it. Goes before authorization.
    /// </summary>
    public static void UseRefusalsOfRouting(this WebApplication app) => app.Use((http, next) =>
        http.GetEndpoint() is { RequestDelegate: { } refuse } and not RouteEndpoint ? refuse(http) : next(http));

    sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    sealed class Explained(PipeWriter output) : PipeWriter
    {
        Memory<byte> _lent;

        /// <summary>A request is being answered by the product.</summary>
        public volatile bool IsOurs;

        public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

        public override long UnflushedBytes => output.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _lent = output.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            if (IsOurs || Explanation(_lent.Span[..bytes]) is not { } explanation)
            {
                output.Advance(bytes);
                return;
            }

            explanation.CopyTo(output.GetSpan(explanation.Length));
            output.Advance(explanation.Length);
        }

        public override void CancelPendingFlush() => output.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => output.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => output.FlushAsync(cancellationToken);
    }

    /// <summary>The product's own refusals always have a body, so an empty one that ends the connection is the server's.</summary>
    static byte[]? Explanation(ReadOnlySpan<byte> written)
    {
        if (!written.StartsWith("HTTP/1.1 4"u8)) return null;
        if (written.IndexOf("\r\nContent-Length: 0\r\n"u8) < 0 || written.IndexOf("\r\nConnection: close\r\n"u8) < 0) return null;
        var head = Encoding.ASCII.GetString(written);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var code = status == StatusCodes.Status413PayloadTooLarge ? "request.too-large" : "request.unreadable";
        var body = JsonSerializer.Serialize(new
        {
            type = $"urn:mentoring:problem:{code}", title = ProblemTexts.Of("title.400", []), status, detail = ProblemTexts.Of(code, []), code,
        });
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        var headers = $"Content-Type: application/problem+json\r\nCache-Control: no-store\r\nContent-Length: {length}";
        return Encoding.ASCII.GetBytes(head.Replace("Content-Length: 0", headers, StringComparison.Ordinal) + body);
    }
}
