# Stands in for eclipse-temurin:25-jdk where that cannot be pulled.
FROM debian:trixie-slim
COPY jdk /opt/java/openjdk
COPY ca-certificates.crt /etc/ssl/certs/
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends binutils >/dev/null
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
