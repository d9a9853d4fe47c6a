using System.Collections.Concurrent;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Support;

/// <summary>Which operations an API has answered with success.</summary>
public sealed class Answered : IStartupFilter
{
    readonly ConcurrentDictionary<string, bool> _operations = [];

    public ICollection<string> Operations => _operations.Keys;

    public void Forget() => _operations.Clear();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            // When it starts to answer: a stream is an answer long before it ends.
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode < StatusCodes.Status400BadRequest
                    && http.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>() is { } operation) _operations[operation.Name] = true;
                return Task.CompletedTask;
            });
            await rest();
        });
        next(app);
    };
}
