package org.cmm.server.notify;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of an answer and lets the rest go, however much a counterpart would send. */
final class FirstBytes implements BodySubscriber<String> {

    private final byte[] kept;
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private int count;
    private Flow.@Nullable Subscription subscription;

    FirstBytes(int most) {
        this.kept = new byte[most];
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int taken = Math.min(buffer.remaining(), kept.length - count);
            buffer.get(kept, count, taken);
            count += taken;
        }
        Flow.Subscription running = subscription;
        if (count == kept.length) {
            complete();
            if (running != null) {
                running.cancel();
            }
        } else if (running != null) {
            running.request(1);
        }
    }

    @Override
    public void onError(Throwable fault) {
        text.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        complete();
    }

    private void complete() {
        text.complete(new String(Arrays.copyOf(kept, count), StandardCharsets.UTF_8));
    }
}
