# Stands in for postgres:18-trixie where that cannot be pulled: the same account, folders, variables and entry point.
FROM cmm-trial-forky
ENV PG_MAJOR=18 PGDATA=/var/lib/postgresql/18/docker LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive
ENV PATH=$PATH:/usr/lib/postgresql/18/bin
RUN groupadd -r postgres --gid=999 && useradd -r -g postgres --uid=999 --home-dir=/var/lib/postgresql postgres && \
    apt-get -o Acquire::Check-Valid-Until=false update -qq && \
    apt-get install -y -qq --no-install-recommends postgresql-common gosu && \
    sed -ri 's/#(create_main_cluster) .*$/\1 = false/' /etc/postgresql-common/createcluster.conf && \
    apt-get install -y -qq --no-install-recommends postgresql-18 && \
    sed -i "s/^#listen_addresses = .*/listen_addresses = '*'/" /usr/share/postgresql/18/postgresql.conf.sample && \
    install -d -o postgres -g postgres -m 1777 /var/lib/postgresql && \
    install -d -o postgres -g postgres -m 3777 /var/run/postgresql && mkdir /docker-entrypoint-initdb.d
COPY --chmod=755 postgres-entrypoint /usr/local/bin/docker-entrypoint.sh
VOLUME /var/lib/postgresql
ENTRYPOINT ["docker-entrypoint.sh"]
STOPSIGNAL SIGINT
EXPOSE 5432
CMD ["postgres"]
